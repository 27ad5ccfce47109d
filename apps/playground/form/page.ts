import { st } from "rivulet";
import { z } from "zod";

st.title("Forms");
st.caption("What is entered in a form stays in the browser until it is submitted.");

const order = st.form("order", { clearOnSubmit: true });
order.header("Order coal");
const [left, right] = order.columns(2);
const quay = left.selectbox("Quay", ["North", "East", "South"]);
const tons = right.numberInput("Tons", { value: 10, min: 1, max: 500, step: 1 });
const note = order.textInput("Note", { placeholder: "For the foreman" });
const urgent = order.toggle("Urgent");
if (
  order.formSubmitButton("Order", {
    key: "order-button",
    type: "primary",
    icon: ":material/local_shipping:",
    iconPosition: "right",
    help: "Ordered at once.",
    shortcut: "Ctrl+Enter",
    onClick: () => st.toast("On its way"),
    disabled: false,
    wrap: false,
  })
)
  st.success(`Ordered ${tons} t for ${quay} quay${urgent ? ", at once" : ""}. ${note}`);

const pilot = z.object({
  name: z.string().min(2, "Two letters at least"),
  email: z.email("Not an address"),
  knots: z.number().max(12, "Too fast for this harbour"),
  rules: z.literal(true, "Nobody enters without"),
});
const signUp = st.form("sign-up", { schema: pilot, width: 480, enterToSubmit: false });
signUp.header("Become a pilot");
signUp.textInput("Name", { key: "name" });
signUp.textInput("E-mail", { key: "email", type: "email" });
signUp.slider("Speed", { key: "knots", min: 0, max: 30, value: 20 });
signUp.checkbox("I know the rules of the harbour", { key: "rules" });
if (signUp.formSubmitButton("Sign up") && signUp.data) st.success(`Welcome, ${signUp.data.name}, at ${signUp.data.knots} knots.`);

const log = st.form("log", { border: false, height: 300 });
const tide = log.radio("Tide", ["rising", "falling"], { horizontal: true });
const ships = log.multiselect("Ships seen", ["Aurora", "Berta", "Cassiopeia"]);
const watch = log.textInput("Watch", { validate: [/[A-Z]\d/, "A letter and a digit, such as B2"] });
log.formSubmitButton("Write into the log", { width: "stretch" });
st.text(`log: ${tide}, ${ships.join(" and ") || "no ships"}, watch ${watch || "?"}`);

st.fragment(() => {
  const form = st.form("answer", { width: "content" });
  const fast = form.checkbox("Answer from a part of the page only");
  form.formSubmitButton("Answer");
  st.text(`answered: ${fast}`);
})();

const report = st.form("report", { clearOnSubmit: true });
const reported = report.with((form) => {
  form.header("Report damage");
  const what = st.selectbox("What", ["a rope", "a crane", "something else"], { live: true, key: "what" });
  const which = what === "something else" ? st.textInput("Which", { required: true, minLength: 3, live: true }) : what;
  if (which.length > 12) st.caption("So long a name?");
  const consent = st.checkbox("I was there", { required: true });
  return { which, consent, done: st.formSubmitButton("Report") };
});
st.text(`damaged: ${reported.which}, ${reported.done ? "reported" : "not reported"}`);

const state = st.sessionState.init({ runs: 0 });
state.runs += 1;
if (st.toggle("Lamp")) st.text(`lit in run ${state.runs} of the page`);
