"""A language model behind an address that speaks the OpenAI-compatible protocol (a user's own, local or rented)."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass

from rawi.model.errors import RawiError


class EndpointError(RawiError):
    """The endpoint could not be reached, refused, or gave no usable answer; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is. ``key`` goes into the Authorization header, if given, and nowhere else.

    seconds: how long an answer is waited for; a small model on one processor takes about ten for a line.
    """

    url: str
    model: str
    key: str | None = None
    seconds: float = 60.0

    def ask(self, instruction: str, text: str) -> str:
        """The model's answer. Raises EndpointError."""
        body = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": instruction}, {"role": "user", "content": text}],
        }
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.key}"} if self.key else {})
        address = self.url.rstrip("/") + ("" if self.url.rstrip("/").endswith("/completions") else "/chat/completions")
        if not address.startswith(("http://", "https://")):
            raise EndpointError(f"{self.url}: not a web address; give one such as http://127.0.0.1:8080/v1")
        request = urllib.request.Request(address, json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=self.seconds) as answer:
                content = json.load(answer)["choices"][0]["message"]["content"]
        except urllib.error.HTTPError as error:
            with error:
                raise EndpointError(f"{address}: refused ({error.code} {error.reason})") from error
        except TimeoutError as error:
            raise EndpointError(f"{address}: no answer within {self.seconds:g} seconds") from error
        except OSError as error:
            reason = getattr(error, "reason", error)
            told = f"no answer within {self.seconds:g} seconds" if isinstance(reason, TimeoutError) else reason
            raise EndpointError(f"{address}: can't be reached ({told})") from error
        except (ValueError, LookupError, TypeError) as error:
            raise EndpointError(f"{address}: the answer is not in the expected form") from error
        if not isinstance(content, str) or not content.strip():
            raise EndpointError(f"{address}: an empty answer")
        return content.strip()
