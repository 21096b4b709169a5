"""Documents of a session, to print: attendance sheet, invigilator's kit, incident form."""
