import streamlit as st

amount = st.slider("Amount", 0, 1000, 10)
st.write(f"amount is {amount}.")
st.write("BENCH-READY")
