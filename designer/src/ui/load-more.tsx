import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface LoadMoreProps {
  readonly query: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; fetchNextPage(): unknown };
}

/** Asks for the next page of a list, where there is one. */
export function LoadMore({ query }: LoadMoreProps) {
  const { t } = useTranslation('shell');
  if (!query.hasNextPage) return null;
  return (
    <div className="load-more">
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('loadMore')}
      </Button>
    </div>
  );
}
