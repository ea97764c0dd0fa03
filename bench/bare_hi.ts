// deno-lint-ignore no-console -- this is what Deno itself takes to say hi
console.log("hi");
