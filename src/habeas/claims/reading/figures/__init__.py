"""Numbers of people; reads sentences, writes figures with comparator, population, speaker and days."""
