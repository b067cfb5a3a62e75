"""Runs MiniStack so that it ends by itself, saving its state, when whoever started it is gone."""

import os
import signal
import threading

from ministack import app


def end_with_parent():
    # Empty when the parent's end of the pipe is closed, however the parent ended. Unbuffered: a lock on sys.stdin would
    # still be held when the interpreter ends.
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=end_with_parent, daemon=True).start()

# Started as root it would take port 443 too. Nothing here needs that, and it is not ours to take.
app._port_is_bindable = lambda host, port: False

try:
    app.main()
finally:
    # Its Lambdas; this process leads a group of its own.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.killpg(0, signal.SIGTERM)
