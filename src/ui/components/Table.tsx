/** Labels with their values below each other. */
import { Box } from "ink";
import { LabelledText } from "./ThemedText.tsx";

interface TableProps {
  /** Pairs of a label and a value. */
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly labelColumns: number;
  /** What stands out: the label or the value. */
  readonly strong?: "label" | "value";
}

export function Table({ rows, labelColumns, strong = "value" }: TableProps) {
  const isLabelStrong = strong === "label";
  const labelStyle = { colour: isLabelStrong ? "plain" : "dim", bold: isLabelStrong } as const;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {rows.map(([label, value]) => (
        <LabelledText key={label} bold={!isLabelStrong} {...{ label, labelColumns, labelStyle }}>
          {value}
        </LabelledText>
      ))}
    </Box>
  );
}
