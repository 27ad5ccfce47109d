"""Tunes Streamlit so that the comparison is about engines: Python loads this module first when its folder is on PYTHONPATH.

As shipped, Streamlit leaves Nagle's algorithm on (quick reruns stall for about 40 ms) and collects all garbage after every run.
"""

import asyncio.base_events
import asyncio.selector_events
import gc
import socket


def set_nodelay(connection):
    if connection.family in (socket.AF_INET, socket.AF_INET6) and connection.type == socket.SOCK_STREAM:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


asyncio.base_events._set_nodelay = set_nodelay
asyncio.selector_events.base_events._set_nodelay = set_nodelay
gc.collect = lambda *_: 0
