import type { FormWords } from "../lib/i18n/form_words.ts";
import { showableId, titleOf } from "../lib/web/views/devices.ts";
import type { AnsweredRow, ResultView, Row } from "../lib/web/views/types.ts";
import { Answer } from "./Answer.tsx";
import { Failure } from "./Failure.tsx";
import { Icon } from "./Icon.tsx";
import { Badge } from "./Memberships.tsx";
import { Tools } from "./Tools.tsx";

interface RowsProps {
  rows: readonly Row[];
  words: FormWords;
  language: string;
  /** Looks a row up again. */
  onRetry: (row: Row) => void;
}

/** Several devices: a line each, which unfolds. */
export function Rows({ rows, words, language, onRetry }: RowsProps) {
  const results = rows.flatMap(({ result }) => result ?? []);
  const answer = results.find((it) => it.kind === "answer");
  return (
    <>
      <h2 id="result" tabIndex={-1} autofocus>{titleOf(rows, words)}</h2>
      <Tools results={results} words={words} />
      <div>
        <p class="row head" aria-hidden="true">
          <span>{words.deviceId}</span>
          {answer?.memberships.map(({ name }) => <span key={name}>{name}
          </span>)}
        </p>
        <ul class="rows">
          {rows.map((row, index) => (
            <li key={index}>
              {row.result === null
                ? (
                  <p class="row">
                    <Device deviceId={row.deviceId} words={words} />
                    <span class="line" />
                  </p>
                )
                : (
                  <Answered
                    deviceId={row.deviceId}
                    result={row.result}
                    words={words}
                    language={language}
                    onRetry={() => onRetry(row)}
                  />
                )}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

interface AnsweredProps extends AnsweredRow {
  words: FormWords;
  language: string;
  onRetry: () => void;
}

/** What came of one device, in a line that unfolds. */
function Answered(
  { deviceId, result, words, language, onRetry }: AnsweredProps,
) {
  return (
    <details>
      <summary class="row">
        <Device deviceId={deviceId} words={words} />
        <Gist result={result} />
      </summary>
      {result.kind === "answer"
        ? <Answer answer={result} words={words} language={language} />
        : <Failure failure={result} words={words} onRetry={onRetry} />}
    </details>
  );
}

/** What was typed, unless it may be a token. */
function Device({ deviceId, words }: { deviceId: string; words: FormWords }) {
  const shown = showableId(deviceId);
  return shown === ""
    ? <span class="hint">{words.deviceIdShape}</span>
    : <span class="value">{shown}</span>;
}

/** What a row says without being unfolded. */
function Gist({ result }: { result: ResultView }) {
  return result.kind === "failure"
    ? (
      <span class="gist">
        <Icon name="alert" />
        {result.problems[0]?.text ?? result.title}
      </span>
    )
    : (
      <>
        {result.memberships.map((it) => (
          <span key={it.name}>
            <span class="name">{`${it.name} `}</span>
            <Badge membership={it} />
          </span>
        ))}
      </>
    );
}
