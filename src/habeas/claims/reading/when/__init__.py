"""Days and terms in prose; reads sentences and the day of publication, writes days with precision and years."""
