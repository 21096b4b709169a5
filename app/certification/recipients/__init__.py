"""Who ordered a certification receives its result: an e-mail, a link, a page without account."""
