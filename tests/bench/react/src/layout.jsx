import { Link, Outlet } from "react-router";

/** Header and footer, which are the same on every page. */
export function Layout() {
  return (
    <>
      <a className="skip-link" href="#main">Đến nội dung chính</a>
      <header className="site-header">
        <Link className="site-name" translate="no" to="/">Một Cửa</Link>
        <nav className="site-nav" aria-label="Menu chính">
          <Link to="/procedures">Dịch vụ công</Link>
          <Link to="/dossiers?tab=new">Hồ sơ của tôi</Link>
        </nav>
        <div className="site-account">
          <Link to="/sign-in">Đăng nhập</Link>
          <Link to="/register">Đăng ký</Link>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="site-footer">
        <p>Một Cửa là bản mẫu mã nguồn mở, không phải Cổng Dịch vụ công quốc gia.</p>
      </footer>
    </>
  );
}
