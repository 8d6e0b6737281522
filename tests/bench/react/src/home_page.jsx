import { useState } from "react";
import { Link, useNavigate } from "react-router";

const TILES = [
  { to: "/groups", text: "Dịch vụ công liên thông: Khai sinh, Khai tử" },
  { to: "/lookup", text: "Tra cứu hồ sơ" },
];

const POPULAR = [
  { code: "1.001193", name: "Đăng ký khai sinh" },
  { code: "1.000656", name: "Đăng ký khai tử" },
  { code: "1.000894", name: "Đăng ký kết hôn" },
  { code: "1.004873", name: "Cấp Giấy xác nhận tình trạng hôn nhân" },
  { code: "1.004222", name: "Đăng ký thường trú" },
  { code: "1.004194", name: "Đăng ký tạm trú" },
  { code: "2.000635", name: "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh" },
  { code: "2.000815", name: "Chứng thực bản sao từ bản chính" },
];

/** The first screen: the search field, two tiles and the popular procedures. */
export function HomePage() {
  return (
    <>
      <h1>Bạn cần làm thủ tục gì?</h1>
      <SearchForm />
      <ul className="tiles">
        {TILES.map(({ to, text }) => (
          <li key={to}><Link to={to}>{text}</Link></li>
        ))}
      </ul>
      <section aria-labelledby="wanted">
        <h2 id="wanted">Thủ tục nhiều người làm</h2>
        <ul className="link-list">
          {POPULAR.map(({ code, name }) => (
            <li key={code}><Link to={`/procedures/${code}`}>{name}</Link></li>
          ))}
        </ul>
        <p><Link className="button" to="/procedures">Tất cả thủ tục</Link></p>
      </section>
    </>
  );
}

function SearchForm() {
  const [text, setText] = useState("");
  const navigate = useNavigate();
  const search = (event) => {
    event.preventDefault();
    navigate(`/procedures?q=${encodeURIComponent(text)}`);
  };
  return (
    <form className="search" role="search" onSubmit={search}>
      <label htmlFor="search">Tên thủ tục hoặc việc cần làm</label>
      <p id="search-hint">Ví dụ: khai sinh, ho khau, giay doc than</p>
      <input
        id="search" name="q" type="search" autoComplete="off" enterKeyHint="search" aria-describedby="search-hint"
        value={text} onChange={(event) => setText(event.target.value)}
      />
      <button className="button" type="submit">Tìm</button>
    </form>
  );
}
