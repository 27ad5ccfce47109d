import { st } from "rivulet";

st.setPageConfig({ title: "Threads", icon: ":material/account_tree:" });
st.title("Threads");
st.markdown(`
Work that keeps a processor busy, or waits, can run in a thread of its own.

- [Pattern 1](./pattern-1): threads that touch no \`st\`; the page writes what they return.
- [Pattern 2](./pattern-2): threads that carry the page's context, and write into their placeholders themselves.
- [No context](./no-context): what a thread without a context is told.
- [Pool](./pool): many jobs, a few at a time.
- [Async](./async): what only waits needs no thread.
- [Outlive](./outlive): a thread that goes on after its run.
`);
