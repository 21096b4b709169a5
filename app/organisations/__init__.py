"""Structures that use Pix: schools, universities, companies; who works there."""
