import { st } from "rivulet";

st.title("Formulas");
st.latex(String.raw`\Delta = \rho \cdot L \cdot B \cdot T \cdot C_b`, { width: "content" });
st.latex(
  String.raw`
  \text{squat} = \frac{C_b \, v^2}{100}
`,
  { help: "Barrass, for open water; $v$ in knots." },
);
st.markdown("Inline, $v = \\sqrt{g h}$ is the limit in shallow water.");
