"""Files in files: zip and gzip are opened, with a limit to what may come out of them."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, cast

from .inputs import LARGEST_MEMBER, LARGEST_RAW, Found, Input, Options, Unreadable, without
from .kinds import kind_of

RATIO, SMALL = 200, 20_000_000
LOCKED = b"\xd0\xcf\x11\xe0"
BOMB = "grows to more than {} MB, which may be an attack: unpack it by hand if you trust it"


def read(given: Input, options: Options) -> Iterator[Found]:
    yield from _gzip(given) if given.head(2) == b"\x1f\x8b" else _zip(given)


def _gzip(given: Input) -> Iterator[Found]:
    name = given.name[:-3] if given.name.lower().endswith(".gz") else given.name
    with given.open() as file, gzip.GzipFile(fileobj=file) as stream:
        try:
            yield from _member(given, name, cast(IO[bytes], stream), given.size())
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise Unreadable(f"broken gzip ({error}): fetch or pack it again") from error


def _zip(given: Input) -> Iterator[Found]:
    with given.open() as file:
        try:
            archive = zipfile.ZipFile(file, metadata_encoding="cp866")
        except zipfile.BadZipFile as error:
            raise Unreadable(f"broken zip ({error}): fetch or pack it again") from error
        for member in archive.infolist():
            if not member.is_dir() and not PurePosixPath(member.filename).name.startswith(".") and "__MACOSX" not in member.filename:
                yield from _zipped(given, archive, member)


def _zipped(given: Input, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[Found]:
    """One file of a zip; where it cannot be read, its row."""
    try:
        if member.flag_bits & 1:
            raise Unreadable("locked with a password: unpack it first")
        with archive.open(member) as stream:
            modified = "{:04}-{:02}-{:02}".format(*member.date_time[:3]) if member.date_time[0] > 1980 else ""
            yield from _member(given, member.filename, stream, member.compress_size, modified)
    except Unreadable as error:
        yield without(f"{given.source}/{member.filename}", error.status, str(error))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        yield without(f"{given.source}/{member.filename}", "failed", f"broken in its zip ({error}): fetch or pack it again")


def _member(given: Input, name: str, stream: IO[bytes], packed: int, modified: str = "") -> Iterator[Found]:
    """A document is kept as bytes; a file of many is laid on the disk, where it can be read in pieces."""
    head = stream.read(8)
    if not kind_of(Input(name, name, raw=head)).many:
        yield given.inner(name, head + _read(stream, packed), modified=modified)
        return
    with TemporaryDirectory(prefix="vizitka") as folder:
        path = Path(folder) / f"file{PurePosixPath(name).suffix}"
        with path.open("wb") as file:
            file.write(head)
            _copy(stream, file, min(LARGEST_MEMBER, max(SMALL, RATIO * packed)))
        inner = given.inner(name, path=path, modified=modified)
        yield inner._replace(name=f"{PurePosixPath(name).stem}{PurePosixPath(name).suffix}", stamp=f"{given.stamp} {packed}")


def _read(stream: IO[bytes], packed: int) -> bytes:
    limit = min(LARGEST_RAW, max(SMALL, RATIO * packed))
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise Unreadable(BOMB.format(limit // 1_000_000))
    return raw


def _copy(stream: IO[bytes], file: IO[bytes], limit: int) -> None:
    while piece := stream.read(1 << 20):
        file.write(piece)
        if file.tell() > limit:
            raise Unreadable(BOMB.format(limit // 1_000_000))


def checked(raw: bytes, name: str) -> None:
    """Is this a zip, as the files of Word, Excel and OpenDocument are, and one that stays small?

    Raises:
        Unreadable: it is not.
    """
    if raw.startswith(LOCKED):
        raise Unreadable(f"locked with a password, or of an old {name}: save it anew, without a password")
    try:
        members = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise Unreadable(f"broken {name} file ({error}): open it in its program and save it again") from error
    limit = max(SMALL, RATIO * len(raw))
    if sum(member.file_size for member in members) > min(limit, 10 * LARGEST_RAW):
        raise Unreadable(BOMB.format(limit // 1_000_000))
