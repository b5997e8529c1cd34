"""What is slow to read, kept between runs in the user's own cache; it can always be made anew."""

from .folder import cache_folder
from .keeping import kept
from .versions import content_version

__all__ = ["cache_folder", "content_version", "kept"]
