"""What states do to each other about people held: talks, summonses, sanctions; reads sentences, writes tellings."""
