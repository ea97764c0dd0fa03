import { fresh } from "@fresh/plugin-vite";
import { defineConfig } from "vite";

// Fresh names a build by its commit, which changes by hand do not, and outside
// of git by nothing: browsers would keep old assets for a year.
if (!Deno.env.get("DENO_DEPLOYMENT_ID")) {
  Deno.env.set("DENO_DEPLOY_BUILD_ID", crypto.randomUUID());
}

export default defineConfig({
  plugins: [fresh()],
});
