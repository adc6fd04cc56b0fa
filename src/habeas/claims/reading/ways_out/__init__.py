"""Ways out of custody and of the country; reads sentences, writes tellings."""
