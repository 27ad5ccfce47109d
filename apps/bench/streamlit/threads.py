import threading
import time

import streamlit as st


def run(seconds, count):
    threads = [threading.Thread(target=time.sleep, args=(seconds,)) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if st.button("One thread"):
    start = time.perf_counter()
    run(0, 1)
    st.write(f"took {(time.perf_counter() - start) * 1000:.3f} ms")
if st.button("Two threads"):
    run(1, 2)
st.write("BENCH-READY")
