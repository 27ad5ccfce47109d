// One chunk: whatever formats numbers.
export { Metric } from "./Metric.tsx";
export { NumberInput } from "./NumberInput.tsx";
export { SelectSlider } from "./SelectSlider.tsx";
export { Slider } from "./Slider.tsx";
export { TimeSlider } from "./TimeSlider.tsx";
