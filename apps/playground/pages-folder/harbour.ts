export const harbour = "Falmouth";
