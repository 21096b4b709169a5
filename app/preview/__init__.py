"""The preview of the content for those who write it: a server of its own, for development."""
