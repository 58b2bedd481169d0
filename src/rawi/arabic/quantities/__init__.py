"""What figures count and measure: currencies, units, counted nouns with their duals, what befell people."""
