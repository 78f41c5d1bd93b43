"""A student's program that will not stop: so many commands a second, and again when it is cut off.

`python -m tests.live.flooder URL TOKEN A_SECOND` says `flooding` once it does, goes on until its
input is closed, and prints how many it sent in how many milliseconds, how many answers said
`too_fast`, and how often it was cut off.
"""

import sys
import threading
import time

import websocket

BATCH = 20


class Flooder:
    """Keeps its pace whatever happens to the connection."""

    def __init__(self, url: str, token: str) -> None:
        self._address = url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
        self._token = token
        self.sent = self.refused = self.cuts = self.lasted = 0

    def flood(self, a_second: int, stop: threading.Event) -> None:
        """Send until told to stop."""
        begun, line = time.monotonic(), self._open()
        while not stop.is_set():
            passed = time.monotonic() - begun
            if self.sent >= passed * a_second:
                time.sleep(0.005)  # the pace itself, not a wait for something
                continue
            try:
                for number in range(self.sent, self.sent + BATCH):
                    line.send(_command(number))
            except (OSError, websocket.WebSocketException):
                self.cuts += 1
                line = self._open()
            self.sent += BATCH
            if self.sent == 5 * BATCH:
                sys.stdout.write("flooding\n")
                sys.stdout.flush()
        self.lasted = round((time.monotonic() - begun) * 1000)
        line.shutdown()

    def _open(self) -> websocket.WebSocket:
        opened = websocket.create_connection(self._address, timeout=20)
        opened.send(f'40{{"token":"{self._token}","format":"json"}}')
        threading.Thread(target=self._listen, args=(opened,), daemon=True).start()
        return opened

    def _listen(self, line: websocket.WebSocket) -> None:
        try:
            while said := line.recv():
                self.refused += "too_fast" in str(said)
        except (OSError, websocket.WebSocketException):
            return


def _command(number: int) -> str:
    return (
        f'42{number}["command",{{"id":"f{number}","name":"state_belief","round":1,'
        f'"stage":"dispatch","args":{{"belief":{number % 100}}}}}]'
    )


if __name__ == "__main__":
    url, token, a_second = sys.argv[1:]
    flooder, stop = Flooder(url, token), threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
    flooder.flood(int(a_second), stop)
    sys.stdout.write(f"{flooder.sent} {flooder.lasted} {flooder.refused} {flooder.cuts}\n")
