import os

import streamlit as st

lines = int(os.environ.get("BENCH_N", "10"))
st.session_state.setdefault("count", 0)

if st.button("Increment"):
    st.session_state.count += 1
st.write(f"count: {st.session_state.count}.")
for i in range(lines):
    st.markdown(f"Static line {i}: the quick brown fox jumps over the lazy dog.")
st.write("BENCH-READY")
