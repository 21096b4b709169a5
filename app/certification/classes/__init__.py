"""Published results, class by class: for a school's centre and for the school itself."""
