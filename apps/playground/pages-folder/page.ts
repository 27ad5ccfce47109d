import { st } from "rivulet";
import { harbour } from "./harbour.ts";

st.title(`The harbour of ${harbour}`);
st.write("Files in the folder `pages` beside the entry are pages by themselves.");
st.sessionState["arrived"] = true;
if (st.button("To the log")) st.switchPage("pages/2_📓_Log_book.ts");
