"""Stories: articles that report the very same happening, and the storylines that link follow-ups."""

from rawi.comparing.stories.config import StoriesConfig
from rawi.comparing.stories.grouping import group_stories

__all__ = ["StoriesConfig", "group_stories"]
