import os
import time

import streamlit as st

millions = int(os.environ.get("BENCH_LOOPS", "1"))
st.session_state.setdefault("count", 0)


def burn(steps):
    total = 0
    for i in range(steps):
        total += i & 7
    return total


if st.button("Increment"):
    st.session_state.count += 1
if st.button("Burn work"):
    st.write(f"burned {burn(millions * 1_000_000)}")
if st.button("Burn 5 s"):
    end = time.time() + 5
    while time.time() < end:
        burn(1000)
st.write(f"count: {st.session_state.count}.")
for i in range(10):
    st.markdown(f"Static line {i}: the quick brown fox jumps over the lazy dog.")
st.write("BENCH-READY")
