"""Functions may be called in English. Pure."""

_ENGLISH = {
    "SUM": "SOMME",
    "PRODUCT": "PRODUIT",
    "AVERAGE": "MOYENNE",
    "MEDIAN": "MEDIANE",
    "MÉDIANE": "MEDIANE",
    "COUNT": "NB",
    "COUNTA": "NBVAL",
    "COUNTBLANK": "NB.VIDE",
    "COUNTIF": "NB.SI",
    "SUMIF": "SOMME.SI",
    "AVERAGEIF": "MOYENNE.SI",
    "IF": "SI",
    "AND": "ET",
    "OR": "OU",
    "NOT": "NON",
    "ROUND": "ARRONDI",
    "INT": "ENT",
    "VLOOKUP": "RECHERCHEV",
    "CONCAT": "CONCATENER",
    "CONCATENATE": "CONCATENER",
    "CONCATÉNER": "CONCATENER",
    "LEFT": "GAUCHE",
    "RIGHT": "DROITE",
    "MID": "STXT",
    "LEN": "NBCAR",
    "UPPER": "MAJUSCULE",
    "LOWER": "MINUSCULE",
    "SEARCH": "CHERCHE",
    "IFERROR": "SIERREUR",
    "TRIM": "SUPPRESPACE",
}


def french(name: str) -> str:
    """The French name of a function, given in French or in English."""
    return _ENGLISH.get(name, name)
