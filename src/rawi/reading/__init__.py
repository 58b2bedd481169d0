"""Outside -> Article: text files and tables; zones of the page; byline, dateline and agency."""
