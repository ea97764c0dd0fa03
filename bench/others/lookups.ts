import axios from "axios";
import ky from "ky";
import { ofetch } from "ofetch";
import { type Answer, readAnswer, requestBody } from "./endpoint.ts";

const TIMEOUT_MS = 10_000;

export async function byKy(endpoint: string): Promise<unknown> {
  const options = { json: requestBody(), timeout: TIMEOUT_MS };
  return readAnswer(await ky.post(endpoint, options).json<Answer>());
}

export async function byAxios(endpoint: string): Promise<unknown> {
  const options = { timeout: TIMEOUT_MS };
  const { data } = await axios.post<Answer>(endpoint, requestBody(), options);
  return readAnswer(data);
}

export async function byOfetch(endpoint: string): Promise<unknown> {
  return readAnswer(
    await ofetch<Answer>(endpoint, {
      method: "POST",
      body: requestBody() as Record<string, unknown>,
      timeout: TIMEOUT_MS,
    }),
  );
}
