"""What a test gave: computed by the rules, changed by an officer, published."""
