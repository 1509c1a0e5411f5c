/** Lets the browser paint and answer input before the work goes on. */
export function yieldToMain(): Promise<void> {
  return window.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
