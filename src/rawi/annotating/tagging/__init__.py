"""The tagger: a small trained network that marks names, titles and the parts of quotations."""
