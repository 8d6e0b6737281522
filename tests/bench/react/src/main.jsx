// A React page with the same first screen as the app, for `make bench-page`: React and react-router, nothing else.

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";

import "../../style.css";
import { HomePage } from "./home_page.jsx";
import { Layout } from "./layout.jsx";
import { ProceduresPage } from "./procedures_page.jsx";

const router = createBrowserRouter([
  {
    path: "/",
    Component: Layout,
    children: [
      { index: true, Component: HomePage },
      { path: "*", Component: ProceduresPage },
    ],
  },
]);

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
