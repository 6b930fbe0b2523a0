"""The faces that the browser has: those of the locked environment, whatever the machine has besides."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

# Each family, and the package whose files hold it.
_FOLDERS = {
    "Source Serif Pro": ("font_source_serif_pro", "files"),
    "Source Sans Pro": ("font_source_sans_pro", "files"),
    "DejaVu Sans": ("ziafont", "fonts"),
}


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces that a reader's system offers where a page asks for none that it has.

    Args:
        serif: The family that stands for `serif`.
        sans: The family that stands for every other face, and for signs that no face before it has.
    """

    serif: str
    sans: str

    def environment(self, folder: Path) -> dict[str, str]:
        """Return the environment in which fontconfig knows these faces and no others.

        Args:
            folder: An empty folder for its configuration and for what it keeps.
        """
        found = "".join(f"<dir>{files(package) / name}</dir>" for package, name in _FOLDERS.values())
        path = folder / "fonts.conf"
        path.write_text(
            _CONFIGURATION.format(folders=found, cache=folder / "cache", serif=self.serif, sans=self.sans), "utf-8"
        )
        return {"FONTCONFIG_FILE": str(path)}


ORDINARY = Faces(serif="Source Serif Pro", sans="Source Sans Pro")
NARROW = Faces(serif="Source Sans Pro", sans="Source Sans Pro")
WIDE = Faces(serif="DejaVu Sans", sans="DejaVu Sans")

# The packages hold each face twice, in two formats; one is enough, and is always the same.
_CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  {folders}
  <selectfont><rejectfont><glob>*.otf</glob></rejectfont></selectfont>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>serif</family><prefer><family>{serif}</family></prefer></alias>
  <match><edit name="family" mode="append_last" binding="same"><string>{sans}</string></edit></match>
</fontconfig>
"""
