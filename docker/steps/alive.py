"""Health check of the inference images: /healthz answers 200. It answers 500 once the card has failed for good."""

import os
import sys
import urllib.error
import urllib.request

address = f"http://127.0.0.1:{os.environ['PORT']}/healthz"
try:
    urllib.request.urlopen(address, timeout=4).close()
except (urllib.error.URLError, OSError) as error:
    sys.exit(f"{address}: {error}")
