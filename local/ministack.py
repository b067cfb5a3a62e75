"""Runs MiniStack so that it ends by itself, saving its state, when whoever started it is gone."""

import os
import signal
import sys
import threading

from ministack import app


def end_with_parent():
    # Returns when the parent's end of the pipe closes, however the parent ended.
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=end_with_parent, daemon=True).start()

# Started as root it would take port 443 too. Nothing here needs that, and it is not ours to take.
app._port_is_bindable = lambda host, port: False

app.main()
