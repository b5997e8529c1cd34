"""stub"""
class Numerals: ...
def load_numerals(packs: object, language: str) -> Numerals:
    return Numerals()
