"""What a worker needs to know to make its coder: a few settings, never the model itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ..model import CodedDocument, Document, Failure

if TYPE_CHECKING:
    from ..codebook.packs import Packs
    from ..coding import Coder
    from ..coding.signs import Signs

Code = Callable[[list[Document]], Iterable[CodedDocument | Failure]]
"""What codes some documents: for each in order its coded form or a Failure."""

Load = Callable[[], Code]
"""What makes a worker's ``Code``; it is pickled, so it must be a function of a module, a method
of what can be pickled, or a partial of such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderSettings:
    """By what a coder codes.

    ``codebook`` is a folder of packs laid over Polybe's own.  Where the settings go to a machine
    that has not the folder, ``files`` are its files by their paths in it, and ``packed_version`` is
    the version that the codebook has with it (see ``packed``).  With ``gate`` articles that surely
    tell nothing the codebook codes are LeftOut.
    """

    codebook: Path | None = None
    files: tuple[tuple[str, bytes], ...] = ()
    gate: bool = False
    packed_version: str | None = None

    def version(self) -> str:
        """The version of the codebook; CodebookError when the folder is none."""
        return self.packed_version or self._packs().version()

    def prepare(self, progress: Callable[[str], None] | None = None) -> None:
        """Make the index of places once, before several workers would each begin to.

        Raises GazetteerError when it cannot be made, CodebookError when a pack is malformed.
        """
        from ..gazetteer import Gazetteer

        Gazetteer.open(progress=progress, packs=self._packs()).close()

    def packed(self) -> CoderSettings:
        """The same settings, with the folder's files in the place of its path."""
        if self.codebook is None:
            return self
        files = tuple(
            (path.relative_to(self.codebook).as_posix(), path.read_bytes())
            for path in sorted(self.codebook.rglob("*.toml"))
        )
        return replace(self, codebook=None, files=files, packed_version=self.version())

    def load(self) -> Code:
        """A coder's ``Code``, each language loaded when it is met first; French at once.

        Takes seconds.  Raises CodebookError, GazetteerError or ParsingError when a part is missing
        or malformed.
        """
        from ..coding import code_many

        folder = self._folder()

        @cache
        def coder_of(language: str) -> Coder:
            return load_coder(language=language, codebook=folder.path)

        coder_of("fr")
        return partial(code_many, coder_of=coder_of, gate=self.gate)

    def _packs(self) -> Packs:
        from ..codebook.packs import Packs

        return Packs.with_overlay(self.codebook)

    def _folder(self) -> _Folder:
        return _Unpacked(self.files) if self.files else _Folder(self.codebook)


class _Folder:
    """The folder of packs laid over Polybe's own, None where there is none."""

    def __init__(self, path: Path | None) -> None:
        self.path = path


class _Unpacked(_Folder):
    """A folder of files, there for as long as this object is."""

    def __init__(self, files: tuple[tuple[str, bytes], ...]) -> None:
        self._kept = TemporaryDirectory(prefix="polybe-codebook-")
        root = Path(self._kept.name)
        for name, data in files:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        super().__init__(root)


def load_coder(
    *,
    language: str = "fr",
    codebook: Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> Coder:
    """A coder for a language: codebook, gazetteer and parser, loaded and ready.

    ``codebook`` is a folder of packs laid over Polybe's own; ``progress`` is told the steps of
    making the index of places, where it has to be made.  Takes seconds; keep what it gives.
    Raises CodebookError, GazetteerError or ParsingError when a part is missing or malformed.
    """
    from ..codebook import load_codebook
    from ..codebook.packs import Packs
    from ..coding import Coder, Relevance
    from ..gazetteer import Gazetteer
    from ..parsing import Parser

    book = load_codebook(language, overlay=codebook)
    packs = Packs.with_overlay(codebook)
    gazetteer = Gazetteer.open(progress=progress, packs=packs, language=language)
    parser = Parser.load(language)
    relevance = Relevance(book, parser.lexicon.verb_forms, _keeper(language, book.version))
    return Coder(codebook=book, gazetteer=gazetteer, parser=parser, relevance=relevance)


def _keeper(language: str, codebook: str) -> Callable[[Callable[[], Signs]], Signs]:
    """Keeps the signs of relevance by what they are made of: packs, model, and Polybe's code."""
    from importlib.metadata import version

    from ..caching import content_version, kept
    from ..parsing import PARSING

    here = Path(__file__).parent.parent
    code = content_version([here / "coding" / "signs.py", here / "parsing" / "lexicon.py"])
    model = version(PARSING[language].model.replace("_", "-"))
    made_of = f"{language} {codebook} {model} {code}"
    return lambda make: kept("signs", made_of, make, package="polybe.coding")
