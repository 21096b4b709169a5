"""Writes the identification key (creatures.odt, creatures.docx)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document

KEY = [
    ("A-t-elle des ailes ?", "allez en 2", "allez en 9"),
    ("A-t-elle plus de deux ailes ?", "allez en 3", "allez en 5"),
    ("Ses ailes sont-elles transparentes ?", "c’est un Filou", "allez en 4"),
    ("Vole-t-elle la nuit ?", "c’est une Nocterelle", "c’est un Papivol"),
    ("A-t-elle un bec ?", "allez en 6", "allez en 8"),
    ("Nage-t-elle ?", "c’est un Plouf", "allez en 7"),
    ("A-t-elle une crête ?", "c’est un Coquar", "c’est un Merlet"),
    ("A-t-elle des plumes ?", "c’est un Duvetin", "c’est une Sourivole"),
    ("A-t-elle plus de quatre pattes ?", "allez en 10", "allez en 13"),
    ("A-t-elle une coquille ?", "c’est un Crabillon", "allez en 11"),
    ("A-t-elle plus de huit pattes ?", "c’est un Milpat", "allez en 12"),
    ("Tisse-t-elle une toile ?", "c’est une Toilette", "c’est un Scarole"),
    ("Est-elle sans pattes ?", "allez en 14", "allez en 16"),
    ("Vit-elle dans l’eau ?", "c’est une Anguilette", "allez en 15"),
    ("Est-elle rayée ?", "c’est un Zébrin", "c’est un Lombrou"),
    ("A-t-elle une longue queue ?", "allez en 17", "allez en 18"),
    ("Grimpe-t-elle aux arbres ?", "c’est un Ouistin", "c’est un Rattou"),
    ("Son dos est-il couvert de poils ?", "allez en 19", "allez en 20"),
    ("A-t-elle des cornes ?", "c’est un Tarquet", "c’est un Boulard"),
    ("Est-il vrai qu’elle n’est pas éveillée le jour ?", "c’est un Brimolin", "c’est un Brimolo"),
]
blocks = [("h1", "Les créatures de l’île de Mirande")]
blocks += [("p", f"{number}. {ask} Oui : {yes}. Non : {no}.") for number, (ask, yes, no) in enumerate(KEY, 1)]
write_document(Path(__file__).parent, "creatures", blocks, title="Les créatures de l’île de Mirande")
