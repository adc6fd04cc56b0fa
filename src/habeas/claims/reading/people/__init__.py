"""Who is named, what they are called and what they are; reads parsed sentences, writes people with mentions and roles."""
