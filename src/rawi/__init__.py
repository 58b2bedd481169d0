"""Rawi reads many Arabic news articles and says who said what, through whom, and where the accounts differ."""
