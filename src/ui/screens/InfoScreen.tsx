/** A page to read between questions. */
import { Box } from "ink";
import { HoldSign, type HoldSignProps, holdSignRows } from "../components/HoldSign.tsx";
import { Bullet, Page, PageHeading } from "../components/Page.tsx";
import { ThemedText } from "../components/ThemedText.tsx";
import type { InfoElement, InfoPage } from "../form.ts";
import { pageColumns } from "../layout.ts";
import { useLayout } from "../screen-context.ts";

interface InfoScreenProps {
  readonly page: InfoPage;
  readonly isQuitting: boolean;
  /** Every key that does not scroll. */
  readonly onKey: (key: string) => void;
}

/** Asked where answers would be lost. */
export const FORM_QUIT_QUESTIONS = [
  "Quit without saving? q to confirm, any other key to continue",
  "Quit without saving? q: yes",
  "Quit? q: yes",
  "Quit?",
];

export function InfoScreen({ page, isQuitting, onKey }: InfoScreenProps) {
  const layout = useLayout();
  const hasSign = page.hold !== undefined && holdSignRows(layout.rows) > 0;
  const enter = `enter ${page.enterHint}`;
  const hints = page.final ? [enter, "enter"] : [`${enter} · q quit`, enter, "enter"];
  return (
    <Page
      heading={<PageHeading title={page.title} aside={hasSign || !page.hold ? page.aside : asideOf(page, page.hold)} />}
      {...(hasSign && { columns: layout.width })}
      hints={isQuitting ? FORM_QUIT_QUESTIONS : hints}
      {...{ isQuitting, onKey }}
    >
      {hasSign && page.hold && <HoldSign {...page.hold} />}
      {page.elements.map((element, index) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: an element is its place on the page
          key={index}
          flexShrink={0}
          width={pageColumns(layout)}
          marginTop={startsGroup(element, page.elements[index - 1]) ? 1 : 0}
          flexDirection="column"
        >
          <Element element={element} />
        </Box>
      ))}
    </Page>
  );
}

/** The side and the seconds left, where they have no room of their own: "left side · 42". */
const asideOf = ({ aside }: InfoPage, { seconds }: HoldSignProps) => `${aside} · ${seconds}`;

/** Whether an empty line stands before an element. */
function startsGroup({ kind }: InfoElement, before: InfoElement | undefined): boolean {
  if (!before || before.kind === "heading") return false;
  return kind === "heading" || kind === "alert" || (kind !== "item" && before.kind === "item");
}

const ELEMENT_STYLES = {
  heading: { colour: "accent", bold: true },
  alert: { colour: "alert", bold: true },
  small: { colour: "dim" },
  text: {},
} as const;

function Element({ element: { kind, text } }: { readonly element: InfoElement }) {
  if (kind === "item") return <Bullet>{text}</Bullet>;
  return (
    <ThemedText {...ELEMENT_STYLES[kind]} wrap="wrap">
      {text}
    </ThemedText>
  );
}
