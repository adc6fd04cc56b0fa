"""Who says what, and whether it is told as having happened; reads sentences, writes speakers and reality."""
