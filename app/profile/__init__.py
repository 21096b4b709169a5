"""What a person knows: pix, levels, competences to start, retry or reset."""
