"""The codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, 6 digits)."""

import base64
import hashlib
import hmac
import struct
import time


def code(typed_key: str, now: float | None = None) -> str:
    """The code of a moment, from the key as the page shows it."""
    letters = typed_key.replace(" ", "")
    secret = base64.b32decode(letters + "=" * (-len(letters) % 8))
    step = int(time.time() if now is None else now) // 30
    digest = hmac.new(secret, struct.pack(">Q", step), hashlib.sha1).digest()
    start = digest[-1] & 0xF
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFF_FFFF
    return f"{number % 1_000_000:06d}"
