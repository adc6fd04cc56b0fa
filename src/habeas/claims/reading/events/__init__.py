"""What befell people; reads sentences and people, writes tellings and events."""
