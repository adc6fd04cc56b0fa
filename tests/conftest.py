"""How properties are tried: on a build machine always the same examples, so that a run says something about the change alone."""

import os

from hypothesis import settings

settings.register_profile("default", deadline=None)
settings.register_profile("build", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("build" if os.environ.get("CI") else "default")
