import streamlit as st


def tokens():
    for i in range(2000):
        yield f"tok{i} "
    yield "ENDTOKEN"


if st.button("Stream"):
    st.write_stream(tokens())
st.write("BENCH-READY")
